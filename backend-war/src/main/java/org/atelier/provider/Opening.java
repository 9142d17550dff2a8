package org.atelier.provider;

import io.netty.handler.codec.http.FullHttpRequest;

/** A request that waits for its connection. Whoever gives it up before that leaves nothing sent. */
final class Opening implements Outbound.Sending {

    private final Connection connection;
    private final FullHttpRequest request;
    private final Receiver receiver;
    private boolean handedOver;
    private boolean abandoned;

    Opening(Connection connection, FullHttpRequest request, Receiver receiver) {
        this.connection = connection;
        this.request = request;
        this.receiver = receiver;
    }

    void failed(Throwable why) {
        receiver.broken(why);
    }

    synchronized void stands() {
        if (abandoned) {
            connection.close();
        } else {
            handedOver = true;
            connection.send(request, receiver);
        }
    }

    @Override
    public synchronized void abandon() {
        abandoned = true;
        if (handedOver) {
            connection.abandon(receiver);
        }
    }
}
