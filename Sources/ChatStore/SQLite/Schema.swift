// The tables, as version 1 of the store has them. Columns stand in the order of the entities' schemas.

/// The schema and its versions.
enum Schema {
    /// The version this program writes.
    static let version: Int64 = 1
    /// `CHSH`: marks a database as a store of ours.
    static let applicationId: Int64 = 0x4348_5348

    /// The statements that lead from each version to the next; the first from nothing to version 1.
    static let steps: [String] = [versionOne]

    /// User names that can be told from the SIP address or the display name are found through these, so the indexes of principal names, logon
    /// names and distinguished names hold only the exceptions. That keeps storing users cheap: five trees instead of eight.
    static let unusualPrincipalName = "(sip_address IS NULL OR user_principal_name <> substr(sip_address, 5))"
    static let unusualLogonName = "(sip_address IS NULL OR sam_account_name <> substr(sip_address, 5, instr(sip_address, '@') - 5))"
    static let unusualDistinguishedName = "(substr(identity, 1, length(display_name) + 4) <> 'CN=' || display_name || ',')"

    /// The indexes of users besides the one of SIP addresses.
    static let userIndexes: [String: String] = [
        "chat_user_home_pool": "CREATE INDEX chat_user_home_pool ON chat_user (home_pool)",
        "chat_user_policy": "CREATE INDEX chat_user_policy ON chat_user (policy) WHERE policy IS NOT NULL",
        "chat_user_display_name": "CREATE INDEX chat_user_display_name ON chat_user (display_name)",
        "chat_user_principal_name": "CREATE INDEX chat_user_principal_name ON chat_user (user_principal_name) WHERE \(unusualPrincipalName)",
        "chat_user_logon_name": "CREATE INDEX chat_user_logon_name ON chat_user (sam_account_name) WHERE \(unusualLogonName)",
        "chat_user_identity": "CREATE INDEX chat_user_identity ON chat_user (identity) WHERE \(unusualDistinguishedName)",
    ]

    private static let versionOne = """
        CREATE TABLE store_version (version INTEGER PRIMARY KEY) STRICT;

        CREATE TABLE deployment (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            forest TEXT NOT NULL,
            topology_is_enabled INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE site (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL COLLATE NOCASE UNIQUE,
            site_id INTEGER NOT NULL UNIQUE,
            display_name TEXT NOT NULL,
            description TEXT NOT NULL,
            site_type TEXT NOT NULL,
            default_chat_pool TEXT COLLATE NOCASE REFERENCES chat_pool (fqdn) DEFERRABLE INITIALLY DEFERRED
        ) STRICT;
        CREATE INDEX site_default_chat_pool ON site (default_chat_pool) WHERE default_chat_pool IS NOT NULL;

        CREATE TABLE sip_domain (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL COLLATE NOCASE UNIQUE,
            is_default INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX sip_domain_default ON sip_domain (is_default) WHERE is_default = 1;

        CREATE TABLE front_end_pool (
            id INTEGER PRIMARY KEY,
            fqdn TEXT NOT NULL COLLATE NOCASE UNIQUE,
            generation TEXT NOT NULL CHECK (generation IN ('R2', '2010', '2013')),
            edition TEXT NOT NULL,
            site TEXT NOT NULL COLLATE NOCASE REFERENCES site (name),
            state TEXT NOT NULL,
            backup_pool TEXT COLLATE NOCASE REFERENCES front_end_pool (fqdn),
            user_store TEXT COLLATE NOCASE
        ) STRICT;

        CREATE TABLE front_end_computer (
            id INTEGER PRIMARY KEY,
            fqdn TEXT NOT NULL COLLATE NOCASE UNIQUE,
            pool TEXT NOT NULL COLLATE NOCASE REFERENCES front_end_pool (fqdn) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX front_end_computer_pool ON front_end_computer (pool);

        CREATE TABLE chat_pool (
            id INTEGER PRIMARY KEY,
            fqdn TEXT NOT NULL COLLATE NOCASE UNIQUE,
            generation TEXT NOT NULL CHECK (generation IN ('R2', '2010', '2013')),
            host_pool TEXT NOT NULL COLLATE NOCASE REFERENCES front_end_pool (fqdn),
            display_name TEXT NOT NULL,
            kind TEXT NOT NULL,
            mtls_port INTEGER NOT NULL,
            file_store TEXT NOT NULL,
            content_instance TEXT COLLATE NOCASE,
            content_mirror TEXT COLLATE NOCASE,
            content_backup TEXT COLLATE NOCASE,
            content_backup_mirror TEXT COLLATE NOCASE,
            compliance_enabled INTEGER NOT NULL,
            compliance_instance TEXT COLLATE NOCASE,
            compliance_mirror TEXT COLLATE NOCASE,
            compliance_backup TEXT COLLATE NOCASE,
            compliance_backup_mirror TEXT COLLATE NOCASE,
            pool_state TEXT NOT NULL,
            lookup_user TEXT COLLATE NOCASE UNIQUE REFERENCES chat_user (sip_address) DEFERRABLE INITIALLY DEFERRED,
            trusted_application_pool TEXT COLLATE NOCASE,
            migration_state TEXT NOT NULL
        ) STRICT;
        CREATE INDEX chat_pool_host ON chat_pool (host_pool);

        CREATE TABLE chat_server (
            id INTEGER PRIMARY KEY,
            fqdn TEXT NOT NULL COLLATE NOCASE UNIQUE,
            pool TEXT NOT NULL COLLATE NOCASE REFERENCES chat_pool (fqdn),
            is_active INTEGER NOT NULL,
            data_center TEXT NOT NULL,
            channel_service TEXT NOT NULL,
            compliance_service TEXT NOT NULL,
            connected_users INTEGER NOT NULL CHECK (connected_users >= 0)
        ) STRICT;
        CREATE INDEX chat_server_pool ON chat_server (pool);

        CREATE TABLE chat_policy (
            id INTEGER PRIMARY KEY,
            identity TEXT NOT NULL COLLATE NOCASE UNIQUE,
            enable_persistent_chat INTEGER NOT NULL,
            description TEXT NOT NULL,
            tag TEXT COLLATE NOCASE UNIQUE GENERATED ALWAYS AS (CASE WHEN identity LIKE 'Tag:%' THEN substr(identity, 5) END) STORED
        ) STRICT;

        CREATE TABLE chat_user (
            id INTEGER PRIMARY KEY,
            identity TEXT NOT NULL COLLATE NOCASE,
            sip_address TEXT COLLATE NOCASE UNIQUE,
            home_pool TEXT COLLATE NOCASE REFERENCES front_end_pool (fqdn),
            enabled INTEGER,
            policy TEXT COLLATE NOCASE REFERENCES chat_policy (tag),
            display_name TEXT NOT NULL COLLATE NOCASE,
            sam_account_name TEXT NOT NULL COLLATE NOCASE,
            user_principal_name TEXT NOT NULL COLLATE NOCASE,
            is_replicated INTEGER NOT NULL,
            principal_state INTEGER NOT NULL
        ) STRICT;
        \(userIndexes.values.joined(separator: ";\n"));

        CREATE TABLE chat_client (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL COLLATE NOCASE UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('GroupChat', 'Lync2013')),
            user TEXT NOT NULL COLLATE NOCASE,
            account_name TEXT,
            user_uri TEXT COLLATE NOCASE,
            host TEXT COLLATE NOCASE,
            protocol TEXT,
            port INTEGER,
            lookup_uri TEXT COLLATE NOCASE,
            disable_im INTEGER
        ) STRICT;
        CREATE INDEX chat_client_user ON chat_client (user);

        CREATE TABLE chat_endpoint (
            id INTEGER PRIMARY KEY,
            sip_address TEXT NOT NULL COLLATE NOCASE UNIQUE,
            display_name TEXT NOT NULL,
            pool TEXT NOT NULL COLLATE NOCASE REFERENCES chat_pool (fqdn),
            is_automatic INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX chat_endpoint_pool ON chat_endpoint (pool);

        CREATE TABLE change_set (
            id INTEGER PRIMARY KEY,
            at INTEGER,
            author TEXT,
            command TEXT NOT NULL
        ) STRICT;

        CREATE TABLE change_entry (
            change INTEGER NOT NULL REFERENCES change_set (id),
            number INTEGER NOT NULL,
            action TEXT NOT NULL,
            kind TEXT NOT NULL,
            identity TEXT NOT NULL,
            property TEXT,
            old TEXT,
            new TEXT,
            PRIMARY KEY (change, number)
        ) STRICT, WITHOUT ROWID;

        INSERT INTO store_version VALUES (1);
        INSERT INTO deployment VALUES (1, '', 1);
        INSERT INTO chat_policy (identity, enable_persistent_chat, description) VALUES ('Global', 0, '');
        """
}
