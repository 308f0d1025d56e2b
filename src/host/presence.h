/* host: who watches the session. Apart from host.h, since it brings the libraries of displays. */
#pragma once

#include "coach-session-presence.h"
#include "host.h"
