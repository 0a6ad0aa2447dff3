# The image of the service: built by Maven, then started once so that the JVM leaves an ahead-of-time cache of that run.
# What computes is the processor of the machine that builds it: linux-x86_64 or linux-arm64.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG JRE_IMAGE=eclipse-temurin:25-jre


# 1. The jar, taken apart into layers, and the native libraries that it brings, in one folder.
FROM ${JDK_IMAGE} AS build
WORKDIR /build

COPY mvnw pom.xml ./
COPY .mvn .mvn
# Without unzip, which the base image lacks, the wrapper fetches the same Maven as .tar.gz, and would hold it against the
# checksum of the .zip. This is the .tar.gz's; it follows .mvn/wrapper/maven-wrapper.properties.
ARG MAVEN_TAR_SHA256=fa2c9948729296c23afd18fd01a90f62cdda09a46191b54a8bc3764c2eee812e
RUN command -v unzip \
    || sed -i "s/^distributionSha256Sum=.*/distributionSha256Sum=$MAVEN_TAR_SHA256/" .mvn/wrapper/maven-wrapper.properties

# The cache keeps what Maven downloads: a change of the sources downloads nothing again.
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp package -DskipTests

COPY src/container/unpack ./
RUN ./unpack target/gradlens-*.jar /unpacked


# 2. What runs. The libraries change seldom and come first, the application last.
FROM ${JRE_IMAGE} AS service
RUN groupadd --gid 10001 gradlens \
    && useradd --uid 10001 --gid gradlens --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin gradlens \
    && install --directory --owner=gradlens --group=gradlens /data

COPY --from=build /unpacked/natives /opt/gradlens/natives
COPY --from=build /unpacked/layers/dependencies /opt/gradlens
COPY --from=build /unpacked/layers/spring-boot-loader /opt/gradlens
COPY --from=build /unpacked/layers/snapshot-dependencies /opt/gradlens
COPY --from=build /unpacked/layers/application /opt/gradlens
COPY src/container/java.options src/container/healthcheck /opt/gradlens/

# Within a container the network is the container's own. One thread a computation: requests share the cores.
ENV SERVER_ADDRESS=0.0.0.0 \
    OMP_NUM_THREADS=1 \
    GRADLENS_DATA_DIRECTORY=/data


# 3. The training run, on the JVM that will use its cache.
FROM service AS training
COPY src/container/train /opt/gradlens/
COPY src/main/resources/examples /examples
RUN /opt/gradlens/train /examples /gradlens.aot


FROM service
ARG REVISION=unknown
LABEL org.opencontainers.image.title="GradLens" \
      org.opencontainers.image.description="Shows every number of a network's forward and backward pass, and checks the gradients" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.revision="${REVISION}"

COPY --from=training /gradlens.aot /opt/gradlens/gradlens.aot

USER 10001:10001
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/opt/gradlens/healthcheck"]
ENTRYPOINT ["java", "@/opt/gradlens/java.options", "-XX:AOTCache=/opt/gradlens/gradlens.aot", "-jar", "/opt/gradlens/gradlens.jar"]
