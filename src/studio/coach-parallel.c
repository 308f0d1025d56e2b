#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-parallel.h"

typedef struct
{
  CoachParallelFunc work;
  gpointer          data;
  guint             n;
  gint              next;   /* (atomic) */
} Job;

static void
take_pieces (gpointer slot,
             gpointer user_data)
{
  Job *job = user_data;
  gint index;

  while ((index = g_atomic_int_add (&job->next, 1)) < (gint) job->n)
    job->work ((guint) index, job->data);
}

/**
 * coach_parallel_run:
 * @n: how many pieces
 * @work: does one
 * @data: handed to @work
 *
 * Does independent pieces of work on all processors and returns when the last one is done. What
 * comes out must not depend on their order.
 */
void
coach_parallel_run (guint             n,
                    CoachParallelFunc work,
                    gpointer          data)
{
  Job job = { work, data, n, 0 };
  guint n_threads = MIN (g_get_num_processors (), n);
  GThreadPool *pool;

  if (n_threads <= 1)
    {
      take_pieces (NULL, &job);
      return;
    }
  pool = g_thread_pool_new (take_pieces, &job, (gint) n_threads, FALSE, NULL);
  for (guint i = 0; i < n_threads; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}
