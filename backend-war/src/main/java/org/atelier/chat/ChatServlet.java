package org.atelier.chat;

import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.atelier.usage.Route;
import org.atelier.web.Bodies;
import org.atelier.web.Json;

/** {@code POST /api/ai/chat}. */
@WebServlet(urlPatterns = "/api/ai/chat", asyncSupported = true)
public class ChatServlet extends HttpServlet {
    private static final ObjectReader BODY = Json.MAPPER.readerFor(ChatBody.class);

    @Inject
    private transient OneShot oneShot;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = Bodies.<ChatBody>read(request, BODY);
        oneShot.answer(request, response, Route.CHAT, body, body.question());
    }
}
