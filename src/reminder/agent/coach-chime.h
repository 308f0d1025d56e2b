#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CoachChimeKind:
 * @COACH_CHIME_BEGIN: a break begins
 * @COACH_CHIME_CHANGE: something else is to be done now
 * @COACH_CHIME_END: the break is over
 *
 * What a sound says to somebody who does not look at the screen.
 */
typedef enum
{
  COACH_CHIME_BEGIN,
  COACH_CHIME_CHANGE,
  COACH_CHIME_END,
} CoachChimeKind;

#define COACH_N_CHIMES (COACH_CHIME_END + 1)

#define COACH_TYPE_CHIME (coach_chime_get_type ())
G_DECLARE_INTERFACE (CoachChime, coach_chime, COACH, CHIME, GObject)

/**
 * CoachChimeInterface:
 * @open: gets ready for sounds; it is closed
 * @play: plays one; it is open
 * @close: lets go of all that was needed, and of a sound under way; it is open
 *
 * Where sounds are heard: the desktop in the program, a list in the tests. None of them waits, and
 * none fails: where there is no sound, it is silent.
 */
struct _CoachChimeInterface
{
  GTypeInterface parent_iface;

  void (*open) (CoachChime *self);
  void (*play) (CoachChime *self, CoachChimeKind kind);
  void (*close) (CoachChime *self);
};

void coach_chime_open  (CoachChime     *self);
void coach_chime_play  (CoachChime     *self,
                        CoachChimeKind  kind);
void coach_chime_close (CoachChime     *self);

G_END_DECLS
