#pragma once

#include "coach-frame-relay-private.h"

#include <gst/gst.h>

G_BEGIN_DECLS

GstElement *coach_pipeline_new           (const char       *path,
                                          CoachFrameRelay  *relay,
                                          CoachPixelLayout  layout,
                                          gboolean          sync);
gboolean    coach_pipeline_seek_to_start (GstElement   *pipeline,
                                          GstSeekFlags  flags);
void        coach_pipeline_start_again   (GstElement   *pipeline,
                                          GstSeekFlags  flags);

G_END_DECLS
