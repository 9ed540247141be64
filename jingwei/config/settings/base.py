"""What holds everywhere. The environment says: DATABASE_URL, JINGWEI_DATA (folder of the data), JINGWEI_SECRET_KEY."""

import os
from pathlib import Path
from typing import Any

import dj_database_url

ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("JINGWEI_DATA", ROOT / "data")).resolve()
DEMO = False
DEBUG = False
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks",
    "jingwei.foundation.scope",
    "jingwei.foundation.accounts",
    "jingwei.foundation.calendar",
    "jingwei.foundation.submissions",
    "jingwei.foundation.record",
    "jingwei.foundation.evidence",
    "jingwei.foundation.secrets",
    "jingwei.foundation.background",
    "jingwei.foundation.spreadsheets",
    "jingwei.foundation.ui",
    "jingwei.regulations",
    "jingwei.organizations",
    "jingwei.members",
    "jingwei.kernels.plans",
    "jingwei.domains.care",
    "jingwei.domains.coverage",
    "jingwei.domains.grids",
    "jingwei.domains.desk",
    "jingwei.domains.privacy",
    "jingwei.domains.floating",
    "jingwei.domains.transfers",
    "jingwei.domains.health",
    "jingwei.domains.handover",
    "jingwei.domains.rekeying",
    "jingwei.demo",
    "jingwei.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "jingwei.foundation.access.headers.ContentPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "jingwei.foundation.accounts.devices.LastSeen",
    "jingwei.organizations.acting.ActingAs",
    "jingwei.foundation.accounts.second_factor.OwnPassword",
    "jingwei.foundation.accounts.second_factor.SecondFactor",
    "jingwei.foundation.submissions.middleware.Once",
]

ROOT_URLCONF = "jingwei.config.urls"
WSGI_APPLICATION = "jingwei.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [
            ROOT / "jingwei" / room / "templates"
            for room in (
                "foundation/ui",
                "foundation/accounts",
                "foundation/record",
                "foundation/calendar",
                "foundation/evidence",
                "foundation/background",
                "foundation/spreadsheets",
                "regulations",
                "organizations",
                "members",
                "kernels/plans",
                "domains/care",
                "domains/coverage",
                "domains/grids",
                "domains/desk",
                "domains/privacy",
                "domains/floating",
                "domains/transfers",
                "domains/health",
                "domains/handover",
                "domains/rekeying",
            )
        ],
        "OPTIONS": {
            "environment": "jingwei.foundation.ui.environment.environment",
            "context_processors": ["django.contrib.messages.context_processors.messages"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

# Who a post's holder is, for work that goes on after the answer.
# For how many days an import can be undone, on a day.
UNDO_DAYS_READER = "jingwei.organizations.registers.undo_days"
ACTOR_READER = "jingwei.organizations.acting.actor_through"
TASKS = {
    "default": {
        "BACKEND": "jingwei.foundation.background.backend.DatabaseBackend",
        "QUEUES": [],  # any
        "OPTIONS": {"LEASE_SECONDS": 15},
    }
}

# How a refusal's basis becomes words and a link.
BASIS_READER = "jingwei.regulations.citing.basis_link"
# How the foundation asks for a number that the regulations hold: (key, path, on=day) → a setting with `value`.
NUMBER_READER = "jingwei.regulations.selectors.local_value"

# (title, route, permission, *rooms under it as (title, route, permission)). At most seven for any role: the last three
# are for the administrators, who see few others.
MENU: list[Any] = [
    ("首页", "desk:home", "home.see"),
    ("要点", "plans:plans", "plan.see"),
    (
        "任务",
        "plans:tasks",
        "task.see",
        ("任务单", "plans:tasks", "task.see"),
        ("进度", "plans:progress", "task.see"),
        ("督办", "plans:notices", "notice.see"),
        ("责任清单", "plans:responsibilities", "task.see"),
    ),
    (
        "准入",
        "plans:clearances",
        "clearance.see",
        ("准入申请", "plans:clearances", "clearance.see"),
        ("负担账本", "plans:burden", "burden.see"),
        ("自查", "plans:self_check", "burden.see"),
    ),
    (
        "党员",
        "members:members",
        "member.see",
        ("名册", "members:members", "member.see"),
        ("转接", "transfers:transfers", "transfer.see"),
        ("流动党员", "floating:floating", "floating.see"),
        ("失联", "floating:lost", "floating.see"),
        ("关怀", "care:care", "care.see"),
        ("对照录入", "rekeying:progress", "rekeying.see"),
        ("表格", "spreadsheets:spreadsheets", "spreadsheet.see"),
        ("信息申请", "privacy:requests", "privacy.decide"),
    ),
    (
        "组织",
        "organizations:tree",
        "organization.see",
        ("组织树", "organizations:tree", "organization.see"),
        ("体检", "health:health", "health.see"),
        ("整改", "health:matters", "health.see"),
        ("单位与覆盖", "coverage:coverage", "coverage.see"),
        ("片区", "organizations:areas", "area.see"),
        ("网格", "grids:grids", "area.see"),
        ("交接", "handover:packs", "handover.see"),
    ),
    ("法规", "regulations:areas", "regulation.see"),
    ("记录", "record:acts", "record.see"),
    ("账号", "accounts:accounts", "account.secure"),
    ("日历", "calendar:year", "calendar.fill"),
    ("查看记录", "privacy:looks", "look.see"),
    ("预警", "privacy:alarms", "alarm.see"),
    ("后台", "background:jobs", "platform.operate"),
]
# What stands under one's own name: (title, route, permission or none).
ACCOUNT_MENU: list[Any] = [
    ("我的信息", "members:mine", "mine.see"),
    ("我的转接", "transfers:mine", "mine.ask"),
    ("登录设备", "account_devices", None),
    ("改密码", "account_change_password", None),
    ("动态口令", "mfa_index", None),
]

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{DATA / 'jingwei.sqlite3'}", conn_max_age=600, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
# PostgreSQL: the role in which the program works. It cannot change the record; migrations work as the login itself.
DATABASE_ROLE = os.environ.get("JINGWEI_DATABASE_ROLE", "jingwei_app")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Wrong guesses are counted here: shared by all processes, and so large that nobody pushes the counts out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT: Path | None = DATA / "static"
STATICFILES_DIRS = [("vendor/htmx", ROOT / "node_modules" / "htmx.org" / "dist")]
EVIDENCE_ROOT = DATA / "evidence"
EVIDENCE_LIMIT = 20 * 1024 * 1024
ANCHOR_FILE = DATA / "anchor.jsonl"
# The keys of encrypted columns. Kept apart from the database and its copies; without it no secret opens again.
KEYS_FILE = os.environ.get("JINGWEI_KEYS", str(DATA / "keys.json"))
KEYS_MADE_BY_THEMSELVES = False  # a new installation says `jingwei keys new`
SECRETS_CIPHER = os.environ.get("JINGWEI_CIPHER", "aes-256-gcm")  # or sm4-gcm
# A report of an error shows nothing that anybody typed or that the program held.
DEFAULT_EXCEPTION_REPORTER = "jingwei.foundation.secrets.reporting.Report"
DEFAULT_EXCEPTION_REPORTER_FILTER = "jingwei.foundation.secrets.reporting.Covering"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

AUTH_USER_MODEL = "accounts.User"
# Whose rows are persons: what leads to one of them holds personal data (foundation/secrets/inventory.py).
PERSONS = [AUTH_USER_MODEL, "members.Member"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
    {"NAME": "jingwei.foundation.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "jingwei.foundation.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # machines in an office are shared: closing the browser signs out
ACCOUNT_FORMS = {
    "login": "jingwei.foundation.accounts.forms.SignIn",
    "reauthenticate": "jingwei.foundation.accounts.forms.PasswordAgain",
    "change_password": "jingwei.foundation.accounts.forms.OwnPassword",
}
ACCOUNT_RATE_LIMITS = {
    # Wrong passwords and codes: an address may guess at many accounts, an account be guessed at from many addresses.
    "login_failed": "20/10m/ip,5/10m/key,50/d/key",
    "login": "60/m/ip",
}
MFA_ADAPTER = "jingwei.foundation.accounts.authenticators.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "jingwei.foundation.accounts.forms.SignInCode",
    "reauthenticate": "jingwei.foundation.accounts.forms.CodeAgain",
    "activate_totp": "jingwei.foundation.accounts.forms.FirstCode",
}
MFA_TOTP_ISSUER = "经纬"
MFA_TOTP_TOLERANCE = 1  # who types slowly may use the code before
# How many proxies of our own stand in front: only what they say of a client's address is believed.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("JINGWEI_PROXIES", "0"))
DEMO_LOGINS = ""
CSRF_FAILURE_VIEW = "jingwei.config.views.stale_page"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
