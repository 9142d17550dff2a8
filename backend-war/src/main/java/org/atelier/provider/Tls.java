package org.atelier.provider;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;

/** Whom we believe to be the provider: who shows a certificate for its host, signed by somebody whom the JDK trusts. */
final class Tls {

    private Tls() {}

    /** Made when it is needed first: loading the certificates takes a while. */
    private static final class Holder {
        static final SslContext CONTEXT = make();
    }

    static SslContext context() {
        return Holder.CONTEXT;
    }

    private static SslContext make() {
        try {
            return SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .endpointIdentificationAlgorithm("HTTPS")
                    .build();
        } catch (SSLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
