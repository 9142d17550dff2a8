# The programs an engine needs, from Debian's packages, unpacked beside the host's own and never installed. Sourced by .ci/containers.

# The compose plug-in, version 2, is in this release and runs on the one before.
newer_release=trixie
java_release=bookworm

# The mirror's address is whatever this machine's own apt uses.
find_mirror() {
  local line origin
  while IFS='|' read -r line origin; do
    [ "$origin" != Debian ] || case $line in *security*) ;; *) mirror=${line%/} && return ;; esac
  done < <(apt-get indextargets --format '$(REPO_URI)|$(ORIGIN)' 'Created-By: Packages' 2>/dev/null)
  mirror=
}
private_apt() {
  apt-get -q -o Dir::State::lists="$work/apt/lists" -o Dir::Cache="$work/apt/cache" -o Dir::Etc::sourcelist="$work/apt/sources.list" \
    -o Dir::Etc::sourceparts=- "$@"
}
fetch_tools() {
  local release deb
  [ "$(id -u)" = 0 ] || cannot "an engine is started by root only."
  command -v apt-get >/dev/null || cannot "there is neither an engine nor apt."
  find_mirror
  [ -n "$mirror" ] || { apt-get update -qq && find_mirror; }
  [ -n "$mirror" ] || cannot "apt knows no mirror of Debian."
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  mkdir -p "$work"/apt/{lists/partial,cache/archives/partial} "$tools/bin"
  for suite in "$release" "$newer_release"; do
    echo "deb [signed-by=$keyring] $mirror $suite main"
  done | sort -u >"$work/apt/sources.list"
  private_apt update >/dev/null || cannot "the mirror of Debian does not answer."
  private_apt install --download-only --reinstall -y --no-install-recommends -t "$release" docker.io iptables debootstrap \
    "docker-compose/$newer_release" >"$work/apt/log" 2>&1 || cannot "$(tail -n 3 "$work/apt/log")"
  for deb in "$work"/apt/cache/archives/*.deb; do dpkg-deb -x "$deb" "$tools"; done
  local name
  for name in iptables iptables-save iptables-restore ip6tables ip6tables-save ip6tables-restore; do
    ln -s ../usr/sbin/xtables-nft-multi "$tools/bin/$name"
  done
  mkdir -p "$DOCKER_CONFIG/cli-plugins"
  ln -s "$tools/usr/libexec/docker/cli-plugins/docker-compose" "$DOCKER_CONFIG/cli-plugins/"
  PATH=$tools/bin:$tools/usr/sbin:$tools/usr/bin:$PATH
}
# Only the engine's own programs get the unpacked libraries.
with_tools() { LD_LIBRARY_PATH=$tools/usr/lib/$(uname -m)-linux-gnu XTABLES_LIBDIR=$tools/usr/lib/$(uname -m)-linux-gnu/xtables "$@"; }
