# One stack of containers under proof, from a checkout of its own. Sourced by .ci/containers.

# checkout OWNER TO: what git knows, as a strict umask leaves it
checkout() {
  (
    umask 077
    mkdir -p "$2"
    git ls-files -z --cached --others --exclude-standard | tar -c --null -T - --ignore-failed-read | (cd "$2" && tar -x --no-same-permissions)
    # tar remembers modes of its own.
    chmod -R go= "$2"
  )
  chown -R "$1" "$2"
}
# use PROJECT CHECKOUT [compose file…]
use() {
  export COMPOSE_PROJECT_NAME=$1
  here=$2
  shift 2
  files=("$@")
  compose_as=()
  stacks="$stacks $COMPOSE_PROJECT_NAME"
}
compose() {
  (cd "$here" && "${compose_as[@]}" docker compose "${files[@]/#/--file=}" --progress plain "$@")
}
quietly() {
  "$@" >"$work/output" 2>&1 || {
    tail -n 40 "$work/output" >&2
    return 1
  }
}
up() { quietly compose up -d --wait --wait-timeout 300 "$@"; }
down() { quietly compose down -t 30 "$@"; }
# Compose erases a line of progress even where there is none.
log_of() { compose logs --no-log-prefix --no-color "$@" | sed $'s/^\e\\[2K//'; }
in_container() { compose exec -T "$@"; }
# Everything this proof has made in the engine, except the base images of an engine that was there before.
remove_stacks() {
  local project
  for project in $stacks; do
    docker ps -aq --filter "label=com.docker.compose.project=$project" | xargs -r docker rm -f >/dev/null
    docker network ls -q --filter "label=com.docker.compose.project=$project" | xargs -r docker network rm >/dev/null
    docker volume ls -q --filter "label=com.docker.compose.project=$project" | xargs -r docker volume rm -f >/dev/null
  done
  docker images --format '{{.Repository}}:{{.Tag}}' | grep -E '^atelier-(backend|frontend|nginx):proof' | xargs -r docker rmi -f >/dev/null
}
