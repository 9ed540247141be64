import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings.dev")
application = get_wsgi_application()

from jingwei.foundation.secrets.ring import ring  # noqa: E402  # the settings are read first

ring()  # without its keys the program does not start
