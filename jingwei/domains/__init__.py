"""Domains: what the field does, built on the kernels. A domain touches another only through selectors and actions."""
