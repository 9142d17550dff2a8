package org.atelier.auth;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A request and its answer without a server: as much of both as a filter asks for. */
final class Exchange {
    /** Of whose page the request comes. */
    static final String ORIGIN = "https://app.example.org";

    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private int status = 200;

    /** @param authorization null: none */
    Exchange(String method, String path, String address, String authorization) {
        request = made(HttpServletRequest.class, (proxy, asked, values) -> switch (asked.getName()) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getContextPath" -> "";
            case "getRemoteAddr" -> address;
            case "getHeader" ->
                switch ((String) values[0]) {
                    case "Authorization" -> authorization;
                    case "Origin" -> ORIGIN;
                    default -> null;
                };
            case "getHeaders" -> Collections.emptyEnumeration();
            case "getAttribute" -> attributes.get((String) values[0]);
            case "setAttribute" -> attributes.put((String) values[0], values[1]);
            case "isAsyncStarted" -> false;
            default -> throw new UnsupportedOperationException(asked.getName());
        });
        response = made(HttpServletResponse.class, (proxy, asked, values) -> {
            switch (asked.getName()) {
                case "setHeader", "addHeader" -> headers.put((String) values[0], (String) values[1]);
                case "setStatus" -> status = (int) values[0];
                case "resetBuffer" -> body.reset();
                case "setContentType", "setContentLength" -> {}
                case "isCommitted" -> {
                    return false;
                }
                case "getStatus" -> {
                    return status;
                }
                case "getOutputStream" -> {
                    return out();
                }
                default -> throw new UnsupportedOperationException(asked.getName());
            }
            return null;
        });
    }

    private static <T> T made(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private ServletOutputStream out() {
        return new ServletOutputStream() {
            @Override
            public void write(int one) {
                body.write(one);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    int status() {
        return status;
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }
}
