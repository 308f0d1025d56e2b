#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-desktop-keys.h"

/* Where the keys of loudness, brightness, networks and the like begin and end. */
#define FIRST_SPECIAL_KEY 0x1008fe00
#define LAST_SPECIAL_KEY  0x1008ffff

/**
 * coach_desktop_keys_has:
 * @key: a key
 *
 * Tells whether a key is there for the desktop, whatever program is in front.
 *
 * Returns: whether it is
 */
gboolean
coach_desktop_keys_has (guint key)
{
  return (key >= FIRST_SPECIAL_KEY && key <= LAST_SPECIAL_KEY) || key == GDK_KEY_Print;
}
