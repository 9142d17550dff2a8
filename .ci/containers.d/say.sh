# What the proof says, and how it ends. Sourced by .ci/containers.

say() { printf '%s containers: %s\n' "$(date +%T)" "$*"; }
fail() {
  say "FAILED: $*" >&2
  exit 1
}
# No engine can run here: that is a failure where a change is judged, and no reason to bother anybody elsewhere.
cannot() {
  [ -n "${CI:-}" ] && fail "no container engine can run here: $*"
  say "skipped, because no container engine can run here: $*"
  exit 0
}
# step "what is proved" function…: any command that fails in it ends the proof, and $proving says where.
step() {
  local since=$SECONDS
  proving=$1
  shift
  "$@"
  say "proved in $((SECONDS - since)) s: $proving"
}
# expect WHAT ACTUAL PATTERN
expect() { [[ $2 =~ $3 ]] || fail "$1: expected $3, saw: ${2:0:2000}"; }
refuse_to_see() { [[ ! $2 =~ $3 ]] || fail "$1: saw $3 in: ${2:0:2000}"; }
# within SECONDS WHAT command…: tries until it succeeds
within() {
  local until=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    [ $SECONDS -lt $until ] || fail "not in time: $what"
    sleep 0.3
  done
}
