# Shared by bench/run and bench/compare, which source it from the folder above: a place to work in, what is built, servers that are started and found
# again when the script ends. Sets root, work, pids, inside and classpath; whoever sources it sets upstream_port, backend_port and frontend_port.
root=$PWD
work=$(mktemp -d)
pids=''
exec 9>&1
finish() {
  for pid in $pids; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in $pids; do wait "$pid" 2>/dev/null || true; done
  cat "$work/figures.md" >&9 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM
export ENV_FILE= SKIP_BUILD=1 RUNTIME_DIR=$work/runtime OPENROUTER_API_KEY='' BIND_ADDRESS=127.0.0.1
# What is measured is how fast it goes, not how fast anybody may.
export RATE_LIMIT_ADDRESS=none RATE_LIMIT_USER=none RATE_LIMIT_KEY=none STREAMS_PER_USER=none STREAMS_PER_ADDRESS=none
export ADMIN_EMAIL=bench@example.org ADMIN_PASSWORD='how deep is the harbour'
inside=backend-war/target/backend/WEB-INF
classpath="$work/classes:$inside/classes:$inside/lib/*:server-config/target/lib/*"

progress() { printf '%s\n' "$*" >&2; }

# Built as a user would have it; the load generator is a few classes beside it.
build() { # modules
  ./mvnw -q -B -DskipTests package -pl "$1"
  mkdir -p "$work/classes"
  bench/compile "$work/classes"
  server-config/prepare-server server-config/target/payara-micro.jar server-config/target/lib "$work/runtime/launcher"
}

now() { date +%s%3N; }
answers() { # port path
  local status=
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
  IFS= read -r -t 5 status <&3 2>/dev/null || true
  exec 3<&-
  [[ $status == *" 200 "* ]]
}
until_ready() { # port path pid
  until answers "$1" "$2"; do
    kill -0 "$3" 2>/dev/null || { progress "A server ended before it was ready:"; tail -n 5 "$work"/*.log >&2; exit 1; }
    sleep 0.02
  done
}
stop() { # pid
  kill -TERM "$1" && wait "$1" 2>/dev/null || true
  pids=${pids/ $1/}
}
server() { # name war port path; sets pid, and millis and rss of a start from nothing
  local began
  began=$(now)
  PORT=$3 WAR=$2 LAUNCHER=$work/runtime/launcher SERVER_DIR=$work/runtime/$1-$3 DATA_DIR=$work/data \
    BACKEND_URL=http://127.0.0.1:$backend_port PUBLIC_URL=http://localhost:$frontend_port \
    server-config/start-server "$1" </dev/null >"$work/$1-$3.log" 2>&1 &
  pid=$!
  pids="$pids $pid"
  until_ready "$3" "$4" "$pid"
  millis=$(($(now) - began))
  sleep 3
  rss=$(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$(cat "$work/runtime/$1-$3/pid")/status")
}
upstream() { # sets upstream
  java -Xmx1g -cp "$inside/classes:$inside/lib/*" org.atelier.provider.demo.DemoProvider --port $upstream_port --test-models >"$work/upstream.log" 2>&1 &
  upstream=$!
  pids="$pids $upstream"
  until_ready $upstream_port /api/v1/models $upstream
}

machine() {
  echo "$(nproc) cores, $(awk '/MemTotal/ {print int($2 / 1048576)}' /proc/meminfo) GB, JDK $(java -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')"
}

# Started with what Debian sets for it, and the part of a configuration that is given.
nginx_with() { # port, directives inside http; sets pid
  printf '%s\n' "daemon off; pid $work/nginx.pid; worker_processes auto; error_log stderr error; user $(id -un);" \
    'events { worker_connections 768; }' "http { access_log off; $2 }" >"$work/nginx.conf"
  nginx -e stderr -c "$work/nginx.conf" 2>"$work/nginx.log" &
  pid=$!
  pids="$pids $pid"
  until exec 3<>"/dev/tcp/127.0.0.1/$1"; do
    kill -0 "$pid" || { cat "$work/nginx.log" >&2 && exit 1; }
    sleep 0.05
  done 2>/dev/null
  exec 3<&-
}
