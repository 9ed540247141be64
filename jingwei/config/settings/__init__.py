"""Settings: `base` for all, `dev` for a demo on one's own machine, `test`, `prod`."""
