// What people call the languages that code is written in, and the files of Prism that colour each, in the order in which they
// have to come. The grammar has the name of the line.
const TABLE = `
bash: bash | sh shell zsh
batch: batch | bat cmd
c: clike c | h
clojure: clojure | clj
cpp: clike c cpp | c++ cc cxx hpp
csharp: clike csharp | c# cs dotnet
css: css
dart: clike dart
diff: diff | patch
docker: docker | dockerfile
elixir: elixir | ex exs
erlang: erlang | erl
fsharp: clike fsharp | f# fs
go: clike go | golang
graphql: graphql
groovy: clike groovy | gradle
haskell: haskell | hs
hcl: hcl | terraform tf
http: http
ini: ini | cfg conf
java: clike java
javascript: clike javascript | js mjs cjs node
json: json | jsonc json5 ndjson
jsx: markup clike javascript jsx
julia: julia | jl
kotlin: clike kotlin | kt kts
latex: latex | tex
less: css less
lua: lua
makefile: makefile | make
markdown: markup markdown | md
markup: markup css clike javascript | html xml svg xhtml vue svelte
matlab: matlab | octave
nginx: nginx
nix: nix
objectivec: clike c objectivec | objective-c objc
ocaml: ocaml | ml
perl: perl | pl
php: markup clike markup-templating php
powershell: powershell | ps1 pwsh
properties: properties
protobuf: clike protobuf | proto
python: python | py python3
r: r
ruby: clike ruby | rb
rust: rust | rs
scala: clike java scala
scss: css scss | sass
shell-session: bash shell-session | console sh-session
solidity: clike solidity | sol
sql: sql | mysql postgresql postgres sqlite
swift: swift
toml: toml
tsx: markup clike javascript jsx typescript tsx
typescript: clike javascript typescript | ts mts cts
wasm: wasm | wat
yaml: yaml | yml
zig: zig
`

const words = (line) => line.split(' ').filter(Boolean)
const known = new Map(TABLE.trim().split('\n').flatMap(named))

function named(line) {
  const [grammar, files, others] = line.split(/[:|]/)
  const language = { grammar, files: words(files) }
  return [grammar, ...words(others ?? '')].map((name) => [name, language])
}

/** @returns {grammar, files} or undefined */
export const languageOf = (name) => known.get(name)
