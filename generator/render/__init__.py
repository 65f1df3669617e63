# SPDX-License-Identifier: MIT
"""View models in, HTML out: the site's templates and the functions that fill them."""
