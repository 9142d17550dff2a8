# Images under the very names of the Dockerfile's base images where those cannot be pulled: Debian with the same program in it, as the
# real ones are. Sourced by .ci/containers.

base_image() { sed -n "s/^ARG $1_IMAGE=//p" server-config/Dockerfile; } # MAVEN, JAVA, NGINX

provide_bases() {
  local missing='' name
  for name in MAVEN JAVA NGINX; do
    docker image inspect "$(base_image $name)" >/dev/null 2>&1 || { [ -z "${own_engine:-}" ] && docker pull -q "$(base_image $name)" >/dev/null 2>&1; } ||
      missing="$missing $name"
  done
  [ -n "$missing" ] || return 0
  [ -n "${own_engine:-}" ] || cannot "the engine here cannot pull$missing."
  say "stand-ins for$missing are made, since no registry is asked"
  debian_image
  for name in $missing; do stand_in_$name; done
}

debian_image() {
  DEBOOTSTRAP_DIR=$tools/usr/share/debootstrap debootstrap --variant=minbase --keyring="$keyring" --include=ca-certificates,curl \
    "$newer_release" "$work/debian" "$mirror" >"$work/debootstrap.log" 2>&1 || fail "debootstrap: $(tail -n 3 "$work/debootstrap.log")"
  rm -rf "$work"/debian/var/{cache/apt,lib/apt/lists}/*
  # Java 17 is not in that release.
  echo "deb $mirror $java_release main" >>"$work/debian/etc/apt/sources.list"
  tar -C "$work/debian" -c . | docker import - atelier-proof-debian >/dev/null
  rm -rf "$work/debian"
}
build_base() { # image, further lines of the Dockerfile; the context is $work/base
  printf 'FROM atelier-proof-debian\n%s\n' "$2" >"$work/base/Dockerfile"
  docker build -q -t "$1" "$work/base" >"$work/base.log" 2>&1 || fail "the stand-in for $1: $(tail -n 5 "$work/base.log")"
}
packages() { echo "RUN apt-get update -q && apt-get install -q -y --no-install-recommends $* && rm -rf /var/lib/apt/lists/* /var/cache/apt/*"; }

stand_in_JAVA() { mkdir -p "$work/base" && build_base "$(base_image JAVA)" "$(packages "openjdk-17-jre-headless/$java_release")"; }
stand_in_NGINX() { mkdir -p "$work/base" && build_base "$(base_image NGINX)" "$(packages nginx)"; }

# The wrapper's Maven, with the libraries that this machine has loaded already.
stand_in_MAVEN() {
  local maven
  ./mvnw -v >/dev/null || fail "Maven cannot be loaded"
  maven=$(find ~/.m2/wrapper/dists -mindepth 2 -maxdepth 4 -type d -path '*/bin' | head -n 1)
  mkdir -p "$work/base/repository"
  cp -RL "${maven%/bin}" "$work/base/maven"
  tar -C ~/.m2/repository -c --exclude=_remote.repositories --exclude=./com/microsoft . | tar -C "$work/base/repository" -x
  build_base "$(base_image MAVEN)" "$(packages "openjdk-17-jdk-headless/$java_release")
COPY maven /usr/share/maven
COPY repository /root/.m2/repository
RUN ln -s /usr/share/maven/bin/mvn /usr/bin/mvn"
  rm -rf "$work/base"
}
