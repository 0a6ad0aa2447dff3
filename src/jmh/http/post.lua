-- wrk: posts the file named in BODY, of the type CONTENT_TYPE; one line of JSON at the end
local file = io.open(os.getenv("BODY"), "rb")
wrk.body = file:read("*a")
file:close()
wrk.method = "POST"
wrk.headers["Content-Type"] = os.getenv("CONTENT_TYPE")

done = function(summary, latency)
    local failed = summary.errors
    io.write(string.format(
        '{"p50_ms": %.4f, "p99_ms": %.4f, "requests_s": %.2f, "requests": %d, "bytes": %.0f, "errors": %d}\n',
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, summary.requests / (summary.duration / 1e6),
        summary.requests, summary.bytes / math.max(1, summary.requests),
        failed.connect + failed.read + failed.write + failed.status + failed.timeout))
end
