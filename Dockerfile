FROM swift:6.3-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpq-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
# The dependencies first: they change less often than the sources.
COPY Package.swift ./
RUN swift package resolve
COPY . .
RUN swift build -c release --product redress --static-swift-stdlib \
    && mkdir /redress \
    && cp -R .build/release/redress .build/release/*.resources /redress

FROM debian:bookworm-slim AS runtime
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpq5 postgresql-client tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home redress
COPY --from=build /redress /opt/redress
ENV PATH=/opt/redress:$PATH
USER redress
CMD ["redress", "--help"]
