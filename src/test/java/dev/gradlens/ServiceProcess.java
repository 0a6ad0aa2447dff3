package dev.gradlens;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The service in a process of its own, as it is delivered, which can be killed. */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final long LONGEST_START = 120; // seconds, on a machine that builds beside it

    private final Process process;
    private final Queue<String> console = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServiceProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts it on some port, and waits until it answers. */
    public static ServiceProcess start(Path data, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                GradLensApplication.class.getName(),
                "--server.port=0",
                "--gradlens.data-directory=" + data));
        command.addAll(List.of(options));
        try {
            ServiceProcess service = new ServiceProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            service.address();
            return service;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The tests' own classes and settings are left out. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches("test-classes|test|res-test"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                console.add(line);
                Matcher started = STARTED.matcher(line);
                if (started.find()) {
                    port.complete(Integer.valueOf(started.group(1)));
                }
            }
        } catch (IOException ended) {
            console.add(ended.toString());
        }
        port.completeExceptionally(new IllegalStateException("the service ended: " + console));
    }

    public String address() {
        try {
            return "http://127.0.0.1:" + port.get(LONGEST_START, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failed) {
            throw new IllegalStateException("the service does not start: " + console, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** All that it has said. */
    public String console() {
        return String.join("\n", console);
    }

    /** As a power cut would: by SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        waitFor();
    }

    /** By a signal that lets it say goodbye. */
    public void stop() {
        process.destroy();
        waitFor();
    }

    /** Sends a signal by its name, such as STOP or CONT. */
    public void signal(String name) {
        run("kill", "-" + name, Long.toString(process.pid()));
    }

    /** From now on no file can grow, or all can again. */
    public void refuseFiles(boolean refuse) {
        run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + (refuse ? "0" : "unlimited") + ":unlimited");
    }

    private static void run(String... command) {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void waitFor() {
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
