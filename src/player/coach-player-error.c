#define G_LOG_DOMAIN "coach-player"

#include "config.h"

#include "coach-player-error-private.h"

#include <gst/gst.h>

G_DEFINE_QUARK (coach-player-error-quark, coach_player_error)

static CoachPlayerError
code_from_gst (const GError *gst_error)
{
  if (g_error_matches (gst_error, GST_CORE_ERROR, GST_CORE_ERROR_MISSING_PLUGIN)
      || g_error_matches (gst_error, GST_STREAM_ERROR, GST_STREAM_ERROR_CODEC_NOT_FOUND))
    return COACH_PLAYER_ERROR_CODEC_MISSING;
  if (gst_error->domain == GST_RESOURCE_ERROR)
    return COACH_PLAYER_ERROR_CLIP_MISSING;
  if (gst_error->domain == GST_STREAM_ERROR)
    return COACH_PLAYER_ERROR_CLIP_DAMAGED;
  return COACH_PLAYER_ERROR_FAILED;
}

/*< private >
 * coach_player_error_from_gst:
 * @gst_error: what the pipeline said first
 * @missing_codec: (nullable): what it said to be lacking before that, in words
 *
 * Tells the few cases apart that a person can do something about.
 *
 * Returns: (transfer full): an error of our own domain
 */
GError *
coach_player_error_from_gst (const GError *gst_error,
                             const char   *missing_codec)
{
  g_return_val_if_fail (gst_error != NULL, NULL);

  if (missing_codec != NULL)
    return g_error_new (COACH_PLAYER_ERROR, COACH_PLAYER_ERROR_CODEC_MISSING,
                        "not installed: %s", missing_codec);
  return g_error_new_literal (COACH_PLAYER_ERROR, code_from_gst (gst_error), gst_error->message);
}
