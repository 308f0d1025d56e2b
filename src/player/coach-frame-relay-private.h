#pragma once

#include "coach-frame.h"

#include <gst/gst.h>

G_BEGIN_DECLS

/*
 * CoachFrameRelay:
 *
 * Carries frames from the pipeline's thread to the thread of a main context, one at a time.
 *
 * There is one place for a frame on its way. While the main loop is busy a newer frame takes the
 * place of an older one, so the loop never falls behind; a relay that is `lossless` makes the
 * pipeline wait instead. It holds no reference to its owner: after coach_frame_relay_close(),
 * called on the main context's thread, the owner is never called again.
 */
typedef struct _CoachFrameRelay CoachFrameRelay;

typedef void (*CoachFrameRelayFunc) (CoachFrame *frame, gpointer owner);

CoachFrameRelay *coach_frame_relay_new          (GMainContext        *context,
                                                 CoachFrameRelayFunc  func,
                                                 gpointer             owner);
CoachFrameRelay *coach_frame_relay_ref          (CoachFrameRelay *self);
void             coach_frame_relay_unref        (CoachFrameRelay *self);
GstElement      *coach_frame_relay_make_sink    (CoachFrameRelay  *self,
                                                 CoachPixelLayout  layout,
                                                 gboolean          sync);
void             coach_frame_relay_set_lossless (CoachFrameRelay *self,
                                                 gboolean         lossless);
void             coach_frame_relay_close        (CoachFrameRelay *self);
gint64           coach_frame_relay_take_reach_us (CoachFrameRelay *self);
guint64          coach_frame_relay_get_merged   (CoachFrameRelay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachFrameRelay, coach_frame_relay_unref)

G_END_DECLS
