#pragma once

#include "coach-clock.h"

G_BEGIN_DECLS

typedef void (*CoachRetryFunc) (gpointer user_data);

/**
 * CoachRetry:
 *
 * When to try again what failed: after a second, then after twice as long each time, up to half an
 * hour. A service that is not ready yet when somebody logs in is soon found, and one that never
 * comes costs next to nothing.
 */
typedef struct
{
  CoachClock     *clock;     /* (owned) */
  CoachRetryFunc  func;
  gpointer        user_data;
  guint           delay_s;   /* of the next try */
  guint           wake_id;   /* 0 when no try is to come */
} CoachRetry;

void coach_retry_init  (CoachRetry     *self,
                        CoachClock     *clock,
                        CoachRetryFunc  func,
                        gpointer        user_data);
void coach_retry_arm   (CoachRetry *self);
void coach_retry_reset (CoachRetry *self);
void coach_retry_clear (CoachRetry *self);

G_END_DECLS
