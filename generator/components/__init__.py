# SPDX-License-Identifier: MIT
"""Components of the page: template, CSS, JavaScript, examples and README of one in one folder."""
