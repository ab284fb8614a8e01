#!/bin/sh
# Builds the MongoDB-protocol server of the tests into target/; needs a JDK and Maven, fetches from Maven Central.
set -eu
cd "$(dirname "$0")"
jar=target/mongo-server-1.jar
if [ -f "$jar" ] && [ -z "$(find pom.xml src -newer "$jar")" ]; then exit 0; fi
mvn --quiet --batch-mode --no-transfer-progress package
