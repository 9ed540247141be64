import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings.dev")
application = get_wsgi_application()

from django.urls import get_resolver  # noqa: E402  # the settings are read first

from jingwei.foundation.secrets.ring import ring  # noqa: E402  # the same

ring()  # without its keys the program does not start
_ = get_resolver().url_patterns  # every view is loaded before the first page is asked for
gc.collect()
gc.freeze()  # what is there now stays: looking all of it through takes a quarter of a second, in the midst of a page
