#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-chime.h"

/**
 * CoachChime:
 *
 * Sounds for somebody who stands with their back to the screen.
 */
G_DEFINE_INTERFACE (CoachChime, coach_chime, G_TYPE_OBJECT)

static void
coach_chime_default_init (CoachChimeInterface *iface)
{
}

/**
 * coach_chime_open:
 * @self: a chime that is closed
 *
 * Gets ready for sounds. Nothing is held before, so that an idle process has none of it.
 */
void
coach_chime_open (CoachChime *self)
{
  g_return_if_fail (COACH_IS_CHIME (self));

  COACH_CHIME_GET_IFACE (self)->open (self);
}

/**
 * coach_chime_play:
 * @self: a chime that is open
 * @kind: what it says
 *
 * Plays a sound, or is silent where none can be heard.
 */
void
coach_chime_play (CoachChime     *self,
                  CoachChimeKind  kind)
{
  g_return_if_fail (COACH_IS_CHIME (self));
  g_return_if_fail (kind < COACH_N_CHIMES);

  COACH_CHIME_GET_IFACE (self)->play (self, kind);
}

/**
 * coach_chime_close:
 * @self: a chime that is open
 *
 * Lets go of everything again. A sound under way ends.
 */
void
coach_chime_close (CoachChime *self)
{
  g_return_if_fail (COACH_IS_CHIME (self));

  COACH_CHIME_GET_IFACE (self)->close (self);
}
