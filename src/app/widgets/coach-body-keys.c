#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-body-keys.h"

/**
 * coach_body_keys_get_step:
 * @keyval: a key
 * @step: (out): which way it leads on the body map, if it is an arrow
 *
 * Finds what an arrow key means.
 *
 * Returns: whether it is one
 */
gboolean
coach_body_keys_get_step (guint          keyval,
                          CoachBodyStep *step)
{
  static const struct
  {
    guint         keys[2];
    CoachBodyStep step;
  } steps[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, COACH_BODY_STEP_LEFT },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, COACH_BODY_STEP_RIGHT },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, COACH_BODY_STEP_UP },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, COACH_BODY_STEP_DOWN },
  };

  g_return_val_if_fail (step != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (keyval == steps[i].keys[0] || keyval == steps[i].keys[1])
      {
        *step = steps[i].step;
        return TRUE;
      }
  return FALSE;
}

/**
 * coach_body_keys_get_digit:
 * @keyval: a key
 *
 * Finds which score a key begins. Keys that delete are 0.
 *
 * Returns: 0 to 9; -1 for a key that says no score
 */
int
coach_body_keys_get_digit (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    return 0;
  return -1;
}
