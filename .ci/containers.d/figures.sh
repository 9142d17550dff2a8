# What was measured on the way. Sourced by .ci/containers.

figure() {
  printf '%s: %s\n' "$1" "$2" >>"$work/figures"
  say "  figure: $1: $2"
}
sizes() {
  local name
  for name in backend frontend nginx; do
    figure "image atelier-$name" "$(docker images --format '{{.Size}}' "atelier-$name:$ATELIER_VERSION")"
  done
}
memory() {
  local service
  for service in backend frontend nginx; do
    figure "memory of $service" "$(docker stats --no-stream --format '{{.MemUsage}}' "$COMPOSE_PROJECT_NAME-$service-1")"
  done
}
starts() {
  local service started
  for service in backend frontend; do
    started=$(log_of "$service" | sed -n 's/.*ready in \([0-9,]*\) (ms).*/\1/p' | tail -n 1)
    figure "$service, start of the server to ready" "$started ms"
  done
}
