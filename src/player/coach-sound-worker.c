#define G_LOG_DOMAIN "coach-player"

#include "config.h"

#include "coach-sound-worker-private.h"

#include "coach-sound-pipeline-private.h"

typedef struct
{
  GstElement      *pipeline; /* (owned) */
  CoachSoundOrder  order;
} Task;

/* On the worker's thread. Opening a device may take as long as the server likes. */
static void
obey (gpointer data,
      gpointer user_data)
{
  Task *task = data;

  switch (task->order)
    {
    case COACH_SOUND_ORDER_PREPARE:
      gst_element_set_state (task->pipeline, GST_STATE_PAUSED);
      break;
    case COACH_SOUND_ORDER_BEGIN:
      gst_element_set_state (task->pipeline, GST_STATE_PLAYING);
      break;
    case COACH_SOUND_ORDER_REPEAT:
      coach_sound_pipeline_rewind (task->pipeline);
      gst_element_set_state (task->pipeline, GST_STATE_PLAYING);
      break;
    case COACH_SOUND_ORDER_REWIND:
      gst_element_set_state (task->pipeline, GST_STATE_PAUSED);
      coach_sound_pipeline_rewind (task->pipeline);
      break;
    case COACH_SOUND_ORDER_END:
      gst_element_set_state (task->pipeline, GST_STATE_NULL);
      break;
    default:
      g_assert_not_reached ();
    }
  gst_object_unref (task->pipeline);
  g_free (task);
}

/*< private >
 * coach_sound_worker_new:
 *
 * Makes what waits for the sound server in the place of the program.
 *
 * Returns: (transfer full): a pool of one thread, so that orders keep their order
 */
GThreadPool *
coach_sound_worker_new (void)
{
  return g_thread_pool_new (obey, NULL, 1, FALSE, NULL);
}

/*< private >
 * coach_sound_worker_give:
 * @worker: the pool
 * @pipeline: what is to obey
 * @order: what it is to do
 *
 * Gives an order; it is carried out when those before it are.
 */
void
coach_sound_worker_give (GThreadPool     *worker,
                         GstElement      *pipeline,
                         CoachSoundOrder  order)
{
  Task *task = g_new (Task, 1);

  *task = (Task) { .pipeline = gst_object_ref (pipeline), .order = order };
  g_thread_pool_push (worker, task, NULL);
}
