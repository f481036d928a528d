/** Vault Agent's telemetry stanza as the injector knows it. vault-k8s: agent-inject/agent/config.go. Notation: notation.ts. */
export const text = `
agent.Telemetry = usage_gauge_period? maximum_gauge_cardinality?:int disable_hostname?:bool
  enable_hostname_label?:bool lease_metrics_epsilon? num_lease_metrics_buckets?:int
  add_lease_metrics_namespace_labels?:bool filter_default?:bool prefix_filter?:[]string statsite_address?
  statsd_address? circonus_api_token? circonus_api_app? circonus_api_url? circonus_submission_interval?
  circonus_submission_url? circonus_check_id? circonus_check_force_metric_activation?:bool
  circonus_check_instance_id? circonus_check_search_tag? circonus_check_display_name? circonus_check_tags?
  circonus_broker_id? circonus_broker_select_tag? dogstatsd_addr? dogstatsd_tags?:[]string
  prometheus_retention_time? stackdriver_project_id? stackdriver_location? stackdriver_namespace?
  stackdriver_debug_logs?:bool
`;
