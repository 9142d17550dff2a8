package org.atelier.bench;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Writes items of a gallery straight into the database file of a stopped server, all of one person, spread over a year. They have rows
 * and no files: lists and searches read rows only.
 */
final class GalleryFill {
    /** In every fifth prompt. */
    static final String FREQUENT = "harbour";

    /** In one prompt of a hundred thousand, and in one of the first thousand. */
    static final String RARE = "axolotl";

    /** In none. */
    static final String ABSENT = "zeppelin";

    static final String ALBUM = "Album 7";
    static final String MODEL = "bench/model-3";

    private static final String ITEMS = """
            CREATE TEMP TABLE filled AS
            SELECT CAST(format('{:08x}-{:04x}-7{:03x}-8{:03x}-{:012x}', ms >> 16, ms & 65535, i % 4096, i // 4096 % 4096,
                        hash(i) & 281474976710655) AS UUID) AS id,
                   make_timestamptz(ms * 1000) AS made, i,
                   'A ' || words[1 + i % 12] || ' ' || words[1 + i // 12 % 12] || ' beside a '
                        || CASE WHEN i % 5 = 0 THEN 'Harbour' ELSE words[1 + i // 144 % 12] END
                        || CASE WHEN i % 100000 = 500 THEN ' with an Axolotl' ELSE '' END
                        || ', seen from ' || words[1 + i // 7 % 12] || ' in the light of a ' || words[1 + i // 29 % 12]
                        || ' evening, painted with a broad brush on rough paper, number ' || i AS prompt
            FROM (SELECT i, epoch_ms(now()) - 31536000000 + i * (31536000000 // ?) AS ms,
                         ['lonely', 'heron', 'lighthouse', 'winter', 'garden', 'tower', 'sleeping', 'cat', 'river', 'market',
                          'glass', 'mountain'] AS words
                  FROM range(?, ?) AS numbers(i))""";

    private static final String GALLERY = """
            INSERT INTO gallery (id, user_id, kind, title, prompt, model, parameters, cost, starred, album, created_at, deleted_at)
            SELECT id, (SELECT id FROM account WHERE email = ?), 'image', NULL, prompt, 'bench/model-' || i % 8,
                   '{"model":"bench/model-' || i % 8 || '","prompt":"' || prompt || '","n":1,"aspect_ratio":"16:9","seed":' || i || '}',
                   0.04, i % 50 = 0, CASE WHEN i % 20 < 10 THEN 'Album ' || i % 20 END, made, CASE WHEN i % 100 = 99 THEN made END
            FROM filled ORDER BY id""";

    private static final String MEDIA = """
            INSERT INTO media (id, user_id, type, width, height, bytes, sha256, opaque, created_at)
            SELECT id, (SELECT id FROM account WHERE email = ?), 'png', 1344, 768, 1500000, sha256(CAST(id AS VARCHAR)), true, made
            FROM filled ORDER BY id""";

    private GalleryFill() {}

    /** Adds the items from that number on, so that the gallery has as many in the end. */
    static void fill(Path file, String email, long from, long until, long ofAll) throws SQLException {
        try (var connection = new DuckDbFile(file).getConnection()) {
            connection.setAutoCommit(false);
            try (var items = connection.prepareStatement(ITEMS)) {
                items.setLong(1, ofAll);
                items.setLong(2, from);
                items.setLong(3, until);
                items.execute();
            }
            for (var insert : new String[] {MEDIA, GALLERY}) {
                try (var rows = connection.prepareStatement(insert)) {
                    rows.setString(1, email);
                    rows.execute();
                }
            }
            connection.commit();
        }
    }
}
