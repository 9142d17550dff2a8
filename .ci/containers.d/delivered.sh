# What the guide promises of docker-compose.yml beyond a running site. Sourced by .ci/containers.

env_says_nonsense_about_what_is_inside() {
  cp .env.example "$here/.env"
  printf '%s\n' PORT=1 BIND_ADDRESS=127.0.0.9 BACKEND_PORT=2 FRONTEND_PORT=3 BACKEND_URL=http://nowhere DATA_DIR=/nowhere >>"$here/.env"
}
containers_are_confined() {
  local service seen
  for service in backend frontend nginx; do
    seen=$(docker inspect -f '{{.Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}} {{.HostConfig.Memory}} {{.HostConfig.PidsLimit}} {{.HostConfig.LogConfig.Config}}' \
      "$COMPOSE_PROJECT_NAME-$service-1")
    expect "confinement of $service" "$seen" '^10001:10001 true \[ALL\] \[no-new-privileges:true\] [1-9][0-9]+ [1-9][0-9]+ map\[max-file:5 max-size:10m\]$'
    expect "user of $service" "$(in_container "$service" id -u)" '^10001'
    in_container "$service" sh -c '! touch /app/x 2>/dev/null' || fail "the root of $service can be written"
  done
}
a_second_backend_gives_up_with_a_sentence() {
  local seen since
  since=$(date +%s%3N)
  seen=$(docker run --rm --read-only --tmpfs /run/atelier:exec,uid=10001 -v "$here/data:/app/data" "atelier-backend:$ATELIER_VERSION" 2>&1) && fail "it ran"
  figure "a second backend on the same folder gave up after" "$(($(date +%s%3N) - since)) ms with its container"
  expect "what the second backend says" "$seen" '^Another backend already uses'
  mkdir -p "$work/foreign"
  seen=$(docker run --rm --read-only --tmpfs /run/atelier:exec,uid=10001 -v "$work/foreign:/app/data" "atelier-backend:$ATELIER_VERSION" 2>&1) && fail "it ran"
  expect "what is said of a folder that cannot be written" "$seen" 'cannot be written'
}
a_certificate_a_redirect_and_a_challenge() {
  local http=${sites[0]} https=${sites[1]}
  mkdir -p "$here/nginx/certificate" "$here/nginx/acme/.well-known/acme-challenge"
  expect "TLS 1.1" "$(openssl s_client -connect "${https#https://}:${https_port}" -tls1_1 -cipher 'ALL:@SECLEVEL=0' </dev/null 2>&1)" 'alert protocol version|no protocols'
  for version in 1.2 1.3; do expect "TLS $version" "$(status --tlsv$version --tls-max $version "$https/signin")" 200; done
  expect "the self-signed certificate" "$(shown_certificate)" 'CN *= *localhost'
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=proof.example.org -keyout "$here/nginx/certificate/privkey.pem" \
    -out "$here/nginx/certificate/fullchain.pem" 2>/dev/null
  echo challenge >"$here/nginx/acme/.well-known/acme-challenge/token"
  REDIRECT_TO_HTTPS=on up
  expect "one's own certificate" "$(shown_certificate)" 'proof.example.org'
  expect "HSTS" "$(web -D - -o /dev/null "$https/signin")" 'trict-[Tt]ransport-[Ss]ecurity: max-age'
  expect "the redirect" "$(web -o /dev/null -w '%{http_code} %{redirect_url}' "$http/chat?c=1")" "^308 $https/chat\?c=1"
  expect "the challenge" "$(web "$http/.well-known/acme-challenge/token")" challenge
  rm -rf "$here"/nginx/certificate/*
  up
  expect "the self-signed certificate is back" "$(shown_certificate)" 'CN *= *localhost'
}
shown_certificate() { openssl s_client -connect "localhost:$https_port" </dev/null 2>/dev/null | sed -n 's/^subject=//p'; }
a_trusted_proxy_is_believed() { # nginx behind a proxy that shows itself trustworthy by its address
  local id=trusted-$RANDOM$RANDOM page_origin=${sites[0]/http:/https:}
  expect "signing in through the proxy" "$(fill_sign_in jar-proxied "${sites[0]}" "${sites[0]}" -H 'X-Forwarded-Proto: https' \
    -H 'X-Forwarded-For: 198.51.100.1, 203.0.113.9' -H "X-Request-Id: $id")" 303
  expect "the cookie behind HTTPS" "$(cat "$work/jar-proxied")" __Host-atelier
  expect "the visitor's address" "$(log_of nginx | grep "$id")" ' 203.0.113.9 '
}
