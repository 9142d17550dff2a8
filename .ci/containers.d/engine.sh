# Finds an engine or starts one of its own, and leaves the host as it was. Sourced by .ci/containers.

use_engine() {
  if docker info >/dev/null 2>&1 && docker compose version >/dev/null 2>&1; then
    say "an engine answers: $(docker version -f '{{.Server.Version}}')"
    return
  fi
  export DOCKER_HOST=unix://$work/docker.sock DOCKER_CONFIG=$work/docker-config
  fetch_tools
  start_engine
}

# A mount namespace of its own keeps its mounts and the folders it makes under /etc, /opt and /run out of the host's sight.
start_engine() {
  own_engine=yes
  forwarding=$(sysctl -n net.ipv4.ip_forward) forwarding6=$(sysctl -n net.ipv6.conf.all.forwarding 2>/dev/null || true)
  firewall=$work/firewall
  with_tools iptables-save >"$firewall" 2>/dev/null || true
  firewall_policy=$(with_tools iptables -S FORWARD 2>/dev/null | head -n 1) || true
  links=$(interfaces)
  mkdir -p "$work"/engine/{data,exec,hidden/{docker,containerd-opt,containerd-run}}
  made_folders=
  for folder in /etc/docker /opt/containerd /run/containerd; do
    [ -d $folder ] || { mkdir -p $folder && made_folders="$made_folders $folder"; }
  done
  # Packets must not be larger than the way out lets through.
  local mtu
  mtu=$(cat "/sys/class/net/$(ip route show default 2>/dev/null | sed -n 's/.* dev \([^ ]*\).*/\1/p' | head -n 1)/mtu" 2>/dev/null || echo 1500)
  with_tools setsid unshare --mount --propagation private bash -c '
    hidden=$1/engine/hidden
    mount --bind $hidden/docker /etc/docker
    mount --bind $hidden/containerd-opt /opt/containerd
    mount --bind $hidden/containerd-run /run/containerd
    exec dockerd --data-root "$1/engine/data" --exec-root "$1/engine/exec" --pidfile "$1/engine/pid" -H "unix://$1/docker.sock" --mtu "$2"' \
    dockerd "$work" "$mtu" </dev/null >"$work/engine/log" 2>&1 &
  engine=$!
  local until=$((SECONDS + 60))
  until docker info >/dev/null 2>&1; do
    kill -0 $engine 2>/dev/null && [ $SECONDS -lt $until ] || cannot "$(grep -E 'level=(error|fatal)|failed' "$work/engine/log" | tail -n 3)"
    sleep 0.3
  done
  say "an engine was started: $(docker version -f '{{.Server.Version}}'), compose $(docker compose version --short)"
}

interfaces() { ls /sys/class/net | sort; }

stop_engine() {
  [ -n "${own_engine:-}" ] || return 0
  local link folder
  if [ -n "${engine:-}" ]; then
    # The engine itself: what was started in the background is the shell around it.
    kill -TERM "$(cat "$work/engine/pid" 2>/dev/null || echo "$engine")" 2>/dev/null || true
    wait "$engine" 2>/dev/null || true
  fi
  for link in $(comm -13 <(echo "$links") <(interfaces)); do ip link delete "$link" 2>/dev/null || true; done
  with_tools iptables-restore <"$firewall" 2>/dev/null || true
  remove_new_rules
  sysctl -q -w "net.ipv4.ip_forward=$forwarding" || true
  [ -z "$forwarding6" ] || sysctl -q -w "net.ipv6.conf.all.forwarding=$forwarding6" || true
  for folder in $made_folders; do rmdir "$folder" 2>/dev/null || true; done
}
# Restoring an empty dump changes nothing, so what the engine added is taken out by name.
remove_new_rules() {
  local table chain
  for table in nat filter; do
    with_tools iptables -w -t $table -S 2>/dev/null | grep -E '^-A (PREROUTING|OUTPUT|POSTROUTING|FORWARD) .*(DOCKER|docker0|br-|172\.|192\.168\.)' |
      grep -vxFf "$firewall" | sed 's/^-A/-D/' | while read -r rule; do
      # shellcheck disable=SC2086 # a rule is words
      with_tools iptables -w -t $table $rule 2>/dev/null || true
    done
    for action in -F -X; do
      for chain in DOCKER DOCKER-USER DOCKER-ISOLATION-STAGE-1 DOCKER-ISOLATION-STAGE-2; do
        grep -q "^:$chain " "$firewall" || with_tools iptables -w -t $table $action $chain 2>/dev/null || true
      done
    done
  done
  case ${firewall_policy:-} in "-P FORWARD "*) with_tools iptables -w $firewall_policy 2>/dev/null || true ;; esac
}
