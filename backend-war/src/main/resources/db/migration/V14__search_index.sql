-- Which search index was made of this database: the folder beside it holds the same id, or the index is made anew.
CREATE TABLE search_index (
    id uuid PRIMARY KEY
);
