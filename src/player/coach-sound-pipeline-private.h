#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* What may still be on its way to the loudspeakers at the end, in milliseconds: more than the buffers
 * of the sinks hold. */
#define COACH_SOUND_PIPELINE_TAIL_MS 250

GstElement *coach_sound_pipeline_new        (const char *path,
                                             const char *sink);
void        coach_sound_pipeline_set_volume (GstElement *pipeline,
                                             double      volume);
gboolean    coach_sound_pipeline_is_heard   (GstElement *pipeline);
void        coach_sound_pipeline_rewind     (GstElement *pipeline);

G_END_DECLS
