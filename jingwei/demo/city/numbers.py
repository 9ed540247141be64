"""Numbers of no real person or firm, with the right check signs."""

CHECKS = "10X98765432"  # GB 11643-1999, by the weighted sum modulo 11
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015
POWERS = tuple(3**place % 31 for place in range(17))
REGION = 990_000  # of no place
FIRST_PHONE, PHONES, STEP = 1990_000_0000, 10_000_000, 7_654_321  # the step shares no factor with their number


def id_number(region: int, born: str, order: int, gender: str) -> str:
    """The number of the `order`-th person (from 0, below 500) of that gender born that day ("19850701") there."""
    digits = f"{REGION + region:06}{born}{order * 2 + (gender == '1'):03}"
    return digits + CHECKS[2 * int(digits, 13) % 11]  # modulo 11 the weights are powers of 13


def phone(number: int) -> str:
    """Another one for each number below ten million, in no order."""
    return str(FIRST_PHONE + number * STEP % PHONES)


def credit_code(number: int) -> str:
    """Another one for each number below a thousand million: a firm of no region."""
    signs = f"91{REGION}{number:09}"
    return signs + SIGNS[-sum(SIGNS.index(sign) * power for sign, power in zip(signs, POWERS, strict=True)) % 31]
