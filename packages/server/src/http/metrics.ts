/** Prometheus text: how long requests take by route, and the process itself. */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export const makeMetrics = () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'loa_http_request_seconds',
    help: 'Seconds from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  return { requests, text: () => registry.metrics(), type: registry.contentType }
}
export type Metrics = ReturnType<typeof makeMetrics>
