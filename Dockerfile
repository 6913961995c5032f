# Two stages, so that pip's cache and the build tool stay out of the image.
FROM python:3.12-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/actorgraph
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY requirements.lock ./
RUN /opt/actorgraph/bin/pip install --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY actorgraph actorgraph
COPY api api
COPY graph graph
COPY ingest ingest
COPY ontology ontology
RUN /opt/actorgraph/bin/pip install --no-deps --no-build-isolation .

FROM python:3.12-slim-bookworm
RUN useradd --uid 10001 --create-home actorgraph && install -d -o actorgraph -g actorgraph /data
COPY --from=build /opt/actorgraph /opt/actorgraph
WORKDIR /app
COPY examples/reports examples/reports
COPY examples/browser.txt examples/browser.txt
ENV PATH=/opt/actorgraph/bin:$PATH ACTORGRAPH_DATA=/data PYTHONUNBUFFERED=1
USER actorgraph
VOLUME /data
EXPOSE 8000
CMD ["actorgraph", "serve", "--host", "0.0.0.0", "--port", "8000"]
