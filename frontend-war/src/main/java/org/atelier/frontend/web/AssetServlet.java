package org.atelier.frontend.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Serves what is packed into the WAR, compressed once and kept in memory; the set is closed, so is the memory. An
 * address with the current version may be kept for ever.
 */
@WebServlet("/assets/*")
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String FOR_EVER = "max-age=31536000, immutable";
    private final transient ConcurrentMap<String, Asset> loaded = new ConcurrentHashMap<>();

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = Optional.ofNullable(request.getPathInfo()).orElse("").split("/", 3);
        Optional<Asset> asset = parts.length == 3 ? asset(parts[2]) : Optional.empty();
        if (asset.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", parts[1].equals(assets.getVersion()) ? FOR_EVER : "no-cache");
        asset.get().send(request, response);
    }

    private Optional<Asset> asset(String path) throws IOException {
        Asset known = loaded.get(path);
        if (known == null) {
            known = Asset.load(getServletContext(), path).orElse(null);
            if (known != null) {
                loaded.put(path, known);
            }
        }
        return Optional.ofNullable(known);
    }
}
