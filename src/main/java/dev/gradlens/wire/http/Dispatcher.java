package dev.gradlens.wire.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.DispatcherServlet;

/** Tells of an address what is true of it: TRACE is refused with the methods that it has, and OPTIONS names no patch. */
final class Dispatcher extends DispatcherServlet {

    /** Never an echo of the request, which the servlet below would send: its headers may be secrets. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        processRequest(request, response);
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        super.doOptions(request, new WithoutEmptyPatch(response));
    }

    /** Spring lists the media types of patches where there are none, too. */
    private static final class WithoutEmptyPatch extends HttpServletResponseWrapper {
        WithoutEmptyPatch(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!(name.equalsIgnoreCase(HttpHeaders.ACCEPT_PATCH) && value.isEmpty())) {
                super.addHeader(name, value);
            }
        }
    }
}
