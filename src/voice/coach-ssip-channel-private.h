#pragma once

#include "coach-clock.h"
#include "coach-ssip-reader-private.h"

G_BEGIN_DECLS

#define COACH_TYPE_SSIP_CHANNEL (coach_ssip_channel_get_type ())
G_DECLARE_FINAL_TYPE (CoachSsipChannel, coach_ssip_channel, COACH, SSIP_CHANNEL, GObject)

/**
 * CoachSsipReplied:
 * @reply: (nullable): the answer; %NULL when the channel is closed before there is one
 * @user_data: what was given with the order
 *
 * Called once for an order.
 */
typedef void (*CoachSsipReplied) (const CoachSsipReply *reply,
                                  gpointer              user_data);

CoachSsipChannel *coach_ssip_channel_new     (CoachClock       *clock,
                                              const char       *address,
                                              const char       *starter);
void              coach_ssip_channel_close   (CoachSsipChannel *self);
void              coach_ssip_channel_send    (CoachSsipChannel *self,
                                              const char       *bytes,
                                              CoachSsipReplied  replied,
                                              gpointer          user_data);

G_END_DECLS
