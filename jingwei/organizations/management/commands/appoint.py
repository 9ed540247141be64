"""`jingwei appoint`: give or end a post that no office may give, such as an administrator's. For the installer."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from jingwei.foundation.access.grants import roles
from jingwei.foundation.accounts.models import User
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.actions.posts import install_post, remove_post
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Organization, Post


class Command(BaseCommand):
    """Both are recorded as acts of the installer."""

    help = "Give a person a post in an organization, or end it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="USERNAME")
        parser.add_argument("organization", metavar="ORGANIZATION_ID", type=int)
        parser.add_argument("role", metavar="ROLE", choices=sorted(roles()), help=", ".join(sorted(roles())))
        parser.add_argument("--duty", choices=Duty.values, default=Duty.ADMIN.value, help="default: %(default)s")
        parser.add_argument("--end", action="store_true", help="end the post today instead")

    def handle(self, *args: Any, **options: Any) -> None:
        with everywhere(reason="the installer appoints the first administrators at the server"):
            user = self._row(User.objects.filter(username=options["username"]), "没有这个账号。")
            place = self._row(
                Organization.objects.filter(pk=options["organization"], revoked_on=None), "没有这个组织。"
            )
            try:
                self._end(user, place, options["role"]) if options["end"] else self._give(user, place, options)
            except ValidationError as refusal:
                raise CommandError("".join(refusal.messages)) from refusal

    def _give(self, user: User, place: Organization, options: dict[str, Any]) -> None:
        post = install_post(place, user=user, duty=options["duty"], role=options["role"], since=today())
        self.stdout.write(f"{user} 已任 {post}（{post.role_title}）。")

    def _end(self, user: User, place: Organization, role: str) -> None:
        held = Post.objects.filter(user=user, organization=place, role=role, until=None)
        post = remove_post(self._row(held, "这个人没有这个岗位。"), until=today())
        self.stdout.write(f"{user} 已不再任 {post}（{post.role_title}）。")

    @staticmethod
    def _row(found: Any, otherwise: str) -> Any:
        row = found.first()
        if row is None:
            raise CommandError(otherwise)
        return row
