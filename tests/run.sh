#!/usr/bin/env bash
# Installs what the tests need where it is missing (Chromium, fonts, PostgreSQL, a mail server), starts a throw-away PostgreSQL, and runs every test.
# Ends with the line "N passed, N failed".
#   bash tests/run.sh Portal.Web.Tests -class …      one project only, with arguments of its own
#   bash tests/run.sh Portal.Benchmarks cases        measures instead of testing, on a PostgreSQL that writes durably
set -euo pipefail
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

find_postgres() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

projects=(Portal.Returns.Tests Portal.Knowledge.Tests Portal.Web.Tests Portal.Browser.Tests)
if [ "$#" -gt 0 ]; then projects=("$1"); shift; fi

missing=()
command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || missing+=(chromium-headless-shell)
[ -n "$(find_postgres)" ] || missing+=(postgresql)
/usr/bin/python3 -c "import aiosmtpd" 2>/dev/null || missing+=(python3-aiosmtpd)
fc-list 2>/dev/null | grep -qi 'noto.*arab' || missing+=(fonts-noto-core)
fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing+=(fonts-noto-cjk)
if [ "${#missing[@]}" -gt 0 ]; then
  command -v apt-get >/dev/null || { echo "Please install: ${missing[*]}" >&2; exit 1; }
  echo "Installing ${missing[*]} …"
  as_root apt-get update -qq >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" fontconfig >/dev/null
fi

# A cluster of its own in a folder that goes away. PostgreSQL refuses to run as root.
work=$(mktemp -d)
bin=$(find_postgres)
as_postgres() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
stop() { as_postgres "$bin/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap stop EXIT
[ "$(id -u)" -ne 0 ] || chown postgres "$work"
as_postgres "$bin/initdb" -D "$work/pg" -U portal -A trust --no-sync >/dev/null
fsync=off; [ "${projects[0]}" != Portal.Benchmarks ] || fsync=on
as_postgres "$bin/pg_ctl" -D "$work/pg" -w -l "$work/pg.log" -o "-c listen_addresses= -c fsync=$fsync -c max_connections=200 -k $work" start >/dev/null
[ "$(id -u)" -ne 0 ] || chmod 755 "$work"
export PORTAL_TEST_POSTGRES="Host=$work;Username=portal;Database=postgres"

if [ "${projects[0]}" = Portal.Benchmarks ]; then dotnet run -c Release --project tests/Portal.Benchmarks -- "$@"; exit; fi

# Programs that end soon never earn back what it costs to watch themselves.
export DOTNET_TieredPGO=0
dotnet build Portal.sln -v quiet --nologo -clp:NoSummary
passed=0; failed=0; status=0
for project in "${projects[@]}"; do
  log="$work/$project.log"
  (cd "tests/$project" && dotnet run --no-build -- -noColor -noLogo "$@") >"$log" 2>&1 || status=1
  # "   Portal.Web.Tests  Total: 9, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0, Time: 1.2s"; without it the project never ran to its end.
  summary=$(grep -E '^ +Portal\.[A-Za-z.]+ +Total: [0-9]+,' "$log" | tail -n 1 || true)
  if [ -z "$summary" ] || ! grep -q 'Failed: 0,' <<<"$summary" || ! grep -q 'Errors: 0,' <<<"$summary"; then cat "$log"; status=1; fi
  echo "${summary:-   $project  never finished}"
  number() { sed -nE "s/.*$1: ([0-9]+).*/\\1/p" <<<"${summary:-Total: 1, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0}"; }
  bad=$(( $(number Failed) + $(number Errors) ))
  passed=$(( passed + $(number Total) - $(number Failed) - $(number Skipped) - $(number 'Not Run') )); failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
exit "$status"
