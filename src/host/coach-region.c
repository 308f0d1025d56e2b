#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-region.h"

#include <langinfo.h>
#include <string.h>

/**
 * coach_region_dup_from_locale:
 * @locale: (nullable): the name of a locale, such as `de_AT.UTF-8@euro`
 *
 * Gets the country that a locale names.
 *
 * Returns: (transfer full) (nullable): an ISO 3166 code of two capital letters; %NULL where none is
 *   named, as by `C`
 */
char *
coach_region_dup_from_locale (const char *locale)
{
  const char *region = locale != NULL ? strchr (locale, '_') : NULL;

  if (region == NULL || strcspn (region + 1, ".@") != 2 || !g_ascii_isalpha (region[1])
      || !g_ascii_isalpha (region[2]))
    return NULL;
  return g_ascii_strup (region + 1, 2);
}

/**
 * coach_region_dup_for_system:
 *
 * Gets the country that the session makes telephone calls in. That is a locale category of its own:
 * who reads English in Germany calls German numbers, so the languages of texts say nothing here.
 *
 * Returns: (transfer full) (nullable): an ISO 3166 code of two capital letters; %NULL when it is
 *   not known
 */
char *
coach_region_dup_for_system (void)
{
  static const char * const variables[] = { "LC_ALL", "LC_TELEPHONE", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *locale = g_getenv (variables[i]);

      if (locale != NULL && *locale != '\0')
        return coach_region_dup_from_locale (locale);
    }
  return NULL;
}

/**
 * coach_region_get_first_weekday:
 *
 * Gets the day that a week begins with where the session's dates are from.
 *
 * Returns: a weekday
 */
GDateWeekday
coach_region_get_first_weekday (void)
{
  /* glibc counts from a day of its own, which is a Sunday in some locales and a Monday in others, and
   * keeps it as the number 19971130 or 19971201 in the place of a pointer. */
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  guint offset = (guint) (guchar) nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0] - 1;
  guint sunday_based = (origin == 19971201 ? 1 : 0) + offset;

  return sunday_based % 7 == 0 ? G_DATE_SUNDAY : (GDateWeekday) (sunday_based % 7);
}
