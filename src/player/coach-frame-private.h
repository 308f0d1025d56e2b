#pragma once

#include "coach-frame.h"

#include <gst/gst.h>

G_BEGIN_DECLS

CoachFrame *coach_frame_new_from_sample (GstSample *sample);

G_END_DECLS
