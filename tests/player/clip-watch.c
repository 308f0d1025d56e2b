#include "clip-watch.h"

/* Far more than any of it takes, even under a sanitizer on a busy machine. */
#define LIMIT_S 60

static void
frame_came_cb (ClipWatch *watch)
{
  CoachFrame *frame = coach_player_get_frame (watch->player);
  gint64 pts_us = coach_frame_get_pts_us (frame);
  gint64 due_us = coach_frame_get_due_us (frame);

  g_array_append_val (watch->pts_us, pts_us);
  g_array_append_val (watch->due_us, due_us);
}

static void
failed_cb (ClipWatch    *watch,
           const GError *error)
{
  watch->failures++;
  g_clear_error (&watch->error);
  watch->error = g_error_copy (error);
}

static gboolean
time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* The path of a clip of ours, such as "downward-dog". */
char *
clip_watch_find_clip (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".webm", NULL);

  g_assert_nonnull (g_getenv ("LOWTIDE_MEDIA_DIR"));
  return g_build_filename (g_getenv ("LOWTIDE_MEDIA_DIR"), "clips", file, NULL);
}

/* Plays a clip without keeping time, so that no frame is ever left out. */
ClipWatch *
clip_watch_new (const char *path)
{
  return clip_watch_new_with_layout (path, COACH_PIXEL_LAYOUT_BGRX);
}

ClipWatch *
clip_watch_new_with_layout (const char       *path,
                            CoachPixelLayout  layout)
{
  ClipWatch *watch = g_new0 (ClipWatch, 1);

  watch->pts_us = g_array_new (FALSE, FALSE, sizeof (gint64));
  watch->due_us = g_array_new (FALSE, FALSE, sizeof (gint64));
  watch->player = g_object_new (COACH_TYPE_PLAYER, "path", path, "layout", (int) layout,
                                "sync", FALSE, NULL);
  g_signal_connect_swapped (watch->player, "notify::frame", G_CALLBACK (frame_came_cb), watch);
  g_signal_connect_swapped (watch->player, "failed", G_CALLBACK (failed_cb), watch);
  return watch;
}

void
clip_watch_free (ClipWatch *watch)
{
  if (watch->player != NULL)
    g_assert_finalize_object (watch->player);
  g_clear_error (&watch->error);
  g_array_unref (watch->pts_us);
  g_array_unref (watch->due_us);
  g_free (watch);
}

/* FALSE when the limit came first. */
gboolean
clip_watch_wait (ClipWatch     *watch,
                 ClipWatchFunc  reached,
                 guint          amount)
{
  gboolean time_up = FALSE;
  guint limit_id = g_timeout_add_seconds (LIMIT_S, time_up_cb, &time_up);

  while (!reached (watch, amount) && !time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit_id);
  return !time_up;
}

/* Lets whatever might still come, come. */
void
clip_watch_settle (guint time_ms)
{
  gboolean time_up = FALSE;
  guint limit_id = g_timeout_add (time_ms, time_up_cb, &time_up);

  while (!time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit_id);
}

gboolean
clip_watch_has_frames (ClipWatch *watch,
                       guint      amount)
{
  return watch->pts_us->len >= amount;
}

/* With the first frame of the second time around. */
gboolean
clip_watch_begins_again (ClipWatch *watch,
                         guint      amount)
{
  guint n = watch->pts_us->len;

  return n > 1 && g_array_index (watch->pts_us, gint64, n - 1) == 0;
}

gboolean
clip_watch_has_loops (ClipWatch *watch,
                      guint      amount)
{
  CoachPlayerStatistics statistics;

  coach_player_get_statistics (watch->player, &statistics);
  return statistics.loops >= amount || watch->failures > 0;
}

gboolean
clip_watch_has_failed (ClipWatch *watch,
                       guint      amount)
{
  return watch->failures >= amount;
}
