"""Kernels: small generic roads (plan → duty → task …). They do not know each other, nor any mechanism by name."""
