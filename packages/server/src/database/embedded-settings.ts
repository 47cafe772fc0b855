/** PostgreSQL for one machine that it shares with Loa: little memory at rest, everything acknowledged is on disk. */
export const leanSettings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '40',
  shared_buffers: '24MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  wal_buffers: '1MB',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  // No replicas hang on the embedded server (that is what LOA_DATABASE_URL is for), so the log can stay small.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Each of these would keep a process of its own.
  max_logical_replication_workers: '0',
  io_method: 'sync',
  max_worker_processes: '2',
  max_parallel_workers_per_gather: '0',
  // Compiling a query takes longer than our queries do.
  jit: 'off',
  huge_pages: 'off',
  random_page_cost: '1.1',
  effective_cache_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_line_prefix: '',
  // Statements carry personal data; the application logs what it needs.
  log_min_error_statement: 'panic',
}

/** For tests only: a crash of the machine may lose everything. */
export const throwawaySettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
}
