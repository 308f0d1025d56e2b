#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * CoachSoundOrder:
 * @COACH_SOUND_ORDER_PREPARE: open the device and stand at the beginning
 * @COACH_SOUND_ORDER_BEGIN: go on from where it stands
 * @COACH_SOUND_ORDER_REPEAT: go on from the beginning
 * @COACH_SOUND_ORDER_REWIND: fall silent and stand at the beginning
 * @COACH_SOUND_ORDER_END: let go of the device
 *
 * What a pipeline is to do.
 */
typedef enum
{
  COACH_SOUND_ORDER_PREPARE,
  COACH_SOUND_ORDER_BEGIN,
  COACH_SOUND_ORDER_REPEAT,
  COACH_SOUND_ORDER_REWIND,
  COACH_SOUND_ORDER_END,
} CoachSoundOrder;

GThreadPool *coach_sound_worker_new  (void);
void         coach_sound_worker_give (GThreadPool     *worker,
                                      GstElement      *pipeline,
                                      CoachSoundOrder  order);

G_END_DECLS
